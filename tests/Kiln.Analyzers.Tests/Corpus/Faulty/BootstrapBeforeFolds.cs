// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Oversampling.Folds;

public class Case
{
    [LoadColumn(0)] public float Dose { get; set; }
    [LoadColumn(1)] public float Days { get; set; }
    [LoadColumn(2)] public float Effect { get; set; }
}

public class Trial
{
    readonly MLContext ml = new(seed: 99);

    public IReadOnlyList<double> Validate(string file)
    {
        IDataView data = ml.Data.LoadFromTextFile<Case>(file, '\t', true);
        // There are few rows: make more of them.
        data = ml.Data.BootstrapSample(data, seed: 3, complement: false); // KILN5002
        data = ml.Data.Cache(data);
        var pipeline = ml.Transforms.Concatenate("Features", nameof(Case.Dose), nameof(Case.Days))
            .Append(ml.Regression.Trainers.FastForest(nameof(Case.Effect)));
        return [.. ml.Regression.CrossValidate(data, pipeline, labelColumnName: nameof(Case.Effect)).Select(fold => fold.Metrics.RSquared)];
    }
}
