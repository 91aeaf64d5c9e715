// origin: blind, first round
using Microsoft.ML;

namespace Batch;

sealed class Claim
{
    public float Amount { get; set; }
}

sealed class Fraud
{
    public float Probability { get; set; }
}

static class Program
{
    static readonly MLContext Ml = new();
    static ITransformer? _model;
    static readonly ThreadLocal<PredictionEngine<Claim, Fraud>> Engine = new(() => Ml.Model.CreatePredictionEngine<Claim, Fraud>(_model));

    static void Main(string[] args)
    {
        _model = Ml.Model.Load(args[0], out _);
        var sums = File.ReadLines(args[1]).AsParallel()
            .Select(line => new Claim { Amount = float.Parse(line) })
            .Where(claim => !float.IsNaN(claim.Amount))
            .Select(claim => Engine.Value!.Predict(claim).Probability)
            .ToList();
        Console.WriteLine(sums.Count(probability => probability > 0.9f));
    }
}
