// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Digits;

public class Digit
{
    public float[] Pixels { get; set; } = []; // KILN2011
    public float Number { get; set; }
}

public static class Reader
{
    public static IEnumerable<Digit> Read(string path) =>
        from line in File.ReadLines(path)
        let parts = line.Split(',')
        select new Digit { Pixels = [.. parts.Take(64).Select(float.Parse)], Number = float.Parse(parts[64]) };
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 3);
        var data = ml.Data.LoadFromEnumerable(Reader.Read("digits.csv"));
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", nameof(Digit.Number))
            .Append(ml.Transforms.CopyColumns("Features", nameof(Digit.Pixels)))
            .Append(ml.MulticlassClassification.Trainers.LightGbm()); // KILN2002?
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MicroAccuracy);
    }
}
