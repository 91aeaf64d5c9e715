// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Foundry;

public class Cast { [LoadColumn(0)] public float Heat { get; set; } [LoadColumn(1)] public float Sand { get; set; } [LoadColumn(2)] public float Flaws { get; set; } }

public static class Program
{
    public static void Main(string[] args)
    {
        var ml = new MLContext(seed: 40);
        var casts = ml.Data.LoadFromTextFile<Cast>("casts.csv", ',');
        IEstimator<ITransformer> prepare = ml.Transforms.Concatenate("Features", "Heat", "Sand").Append(ml.Transforms.NormalizeMinMax("Features"));
        if (args.Length > 1)
            prepare = prepare.Append(ml.Transforms.ProjectToPrincipalComponents("Features", rank: 2));
        var prepared = prepare.Fit(casts).Transform(casts); // KILN5001
        foreach (var fold in ml.Regression.CrossValidate(prepared, ml.Regression.Trainers.FastTree("Flaws"), 5, "Flaws"))
            Console.WriteLine(fold.Metrics.RSquared);
    }
}
