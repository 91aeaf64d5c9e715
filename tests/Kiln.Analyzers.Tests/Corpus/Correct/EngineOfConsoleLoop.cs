// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Locked;

public class Sample
{
    public float Depth { get; set; }
}

public class Estimate
{
    public float Score { get; set; }
}

/// <summary>Not registered anywhere: made by a console program that reads one line after the other.</summary>
public sealed class Estimator : IDisposable
{
    readonly PredictionEngine<Sample, Estimate> _engine;

    public Estimator(Stream file)
    {
        var context = new MLContext();
        var model = context.Model.Load(file, out _);
        _engine = context.Model.CreatePredictionEngine<Sample, Estimate>(model);
    }

    public float Estimate(float depth) => _engine.Predict(new Sample { Depth = depth }).Score;

    public void Dispose() => _engine.Dispose();
}

public static class Program
{
    public static void Main(string[] args)
    {
        using var file = File.OpenRead(args[0]);
        using var estimator = new Estimator(file);
        while (Console.ReadLine() is { } line)
            Console.WriteLine(estimator.Estimate(float.Parse(line)));
    }
}
