// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Scans;

sealed class Scan
{
    [VectorType(64)]
    public float[] Pixels { get; set; } = new float[64];
}

sealed class Digit
{
    public uint PredictedLabel { get; set; }
}

static class Program
{
    static void Main(string[] args)
    {
        var ml = new MLContext();
        using var stream = File.OpenRead(args[0]);
        var engine = ml.Model.CreatePredictionEngine<Scan, Digit>(ml.Model.Load(stream, out _));
        var scans = Enumerable.Range(0, 10_000).Select(_ => new Scan()).ToList();
        var digits = new uint[scans.Count];
        Parallel.For(0, scans.Count, i =>
        {
            digits[i] = engine.Predict(scans[i]).PredictedLabel; // KILN7001
        });
        Console.WriteLine(digits.Distinct().Count());
    }
}
