// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Paths;

public class Item
{
    [LoadColumn(0)] public float Length { get; set; }
    [LoadColumn(1)] public float Mass { get; set; }
}

public static class Program
{
    const string Folder = "/home/maria/data/";

    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var train = ml.Data.LoadFromTextFile<Item>(Folder + "items-train.csv", ',', hasHeader: true); // KILN6007
        var test = ml.Data.CreateTextLoader<Item>(',', hasHeader: true).Load(@"D:\data\items-test.csv"); // KILN6007
        var model = ml.Transforms.Concatenate("Features", "Length")
            .Append(ml.Regression.Trainers.FastTree("Mass"))
            .Fit(train);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(test), "Mass").RSquared);
    }
}
