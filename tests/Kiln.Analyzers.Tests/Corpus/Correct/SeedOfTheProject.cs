// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Parking.Fixed;

public class Stay { [LoadColumn(0)] public float Start { get; set; } [LoadColumn(1)] public float Minutes { get; set; } }

static class Seeds
{
    public static int Next() => 20241;
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: Seeds.Next());
        var stays = ml.Data.LoadFromTextFile<Stay>("stays.csv", ',');
        var chain = ml.Transforms.Concatenate("Features", "Start").Append(ml.Regression.Trainers.FastTree("Minutes"));
        ml.Model.Save(chain.Fit(stays), stays.Schema, "parking-7.zip");
    }
}
