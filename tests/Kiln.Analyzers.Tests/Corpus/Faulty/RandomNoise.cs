// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Clocks.Noise;

public class Pixel
{
    [LoadColumn(0)] public float Red { get; set; }
    [LoadColumn(1)] public float Green { get; set; }
    [LoadColumn(2)] public bool Skin { get; set; }
}

public class Jittered
{
    public float RedJittered { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Pixel>("pixels.csv", ','));
        var jitter = ml.Transforms.CustomMapping<Pixel, Jittered>(
            (pixel, jittered) => jittered.RedJittered = pixel.Red + Random.Shared.NextSingle(), // KILN6003
            contractName: null); // KILN6004
        var model = jitter
            .Append(ml.Transforms.Concatenate("Features", "RedJittered", "Green"))
            .Append(ml.BinaryClassification.Trainers.FastTree("Skin"))
            .Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Skin").AreaUnderRocCurve);
        ml.Model.Save(model, split.TrainSet.Schema, "skin.zip");
    }
}
