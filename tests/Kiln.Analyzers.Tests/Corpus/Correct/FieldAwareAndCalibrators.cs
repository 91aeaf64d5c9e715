// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Factorization;

public class Impression
{
    [LoadColumn(0)] public string User { get; set; } = "";
    [LoadColumn(1)] public string Advert { get; set; } = "";
    [LoadColumn(2)] public bool Clicked { get; set; }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var train = ml.Data.LoadFromTextFile<Impression>("train.tsv");
        var test = ml.Data.LoadFromTextFile<Impression>("test.tsv");
        // Two feature columns, one for each field.
        var pipeline = ml.Transforms.Categorical.OneHotEncoding("UserField", "User")
            .Append(ml.Transforms.Categorical.OneHotEncoding("AdvertField", "Advert"))
            .Append(ml.BinaryClassification.Trainers.FieldAwareFactorizationMachine(["UserField", "AdvertField"], labelColumnName: "Clicked"));
        var model = pipeline.Fit(train);
        Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(test), "Clicked").AreaUnderRocCurve);
    }
}
