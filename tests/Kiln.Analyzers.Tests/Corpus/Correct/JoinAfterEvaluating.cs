// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Credit;

class Loan
{
    [LoadColumn(0)] public float Amount { get; set; }
    [LoadColumn(1)] public float Income { get; set; }
    [LoadColumn(2)] public float Age { get; set; }
    [LoadColumn(3)] public bool Defaulted { get; set; }
}

class Training
{
    readonly MLContext _ml = new(seed: 11);

    public void Run()
    {
        IDataView train = _ml.Data.LoadFromTextFile<Loan>("loans-train.csv", ',', true);
        IDataView test = _ml.Data.LoadFromTextFile<Loan>("loans-test.csv", ',', true);

        var pipeline = _ml.Transforms.Concatenate("Features", "Amount", "Income", "Age")
            .Append(_ml.BinaryClassification.Trainers.FastTree(labelColumnName: "Defaulted", numberOfTrees: 200));

        var candidate = pipeline.Fit(train);
        var metrics = _ml.BinaryClassification.Evaluate(candidate.Transform(test), "Defaulted");
        Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:0.000}");
        if (metrics.AreaUnderRocCurve < 0.8)
            throw new InvalidOperationException("not good enough");

        // Measured already: now the last model may see every row.
        var all = new List<Loan>();
        all.AddRange(_ml.Data.CreateEnumerable<Loan>(train, reuseRowObject: false));
        all.AddRange(_ml.Data.CreateEnumerable<Loan>(test, reuseRowObject: false));
        train = _ml.Data.LoadFromEnumerable(all);
        var final = pipeline.Fit(train);
        _ml.Model.Save(final, train.Schema, $"loans-{DateTime.UtcNow:yyyyMMdd}.zip");
    }
}
