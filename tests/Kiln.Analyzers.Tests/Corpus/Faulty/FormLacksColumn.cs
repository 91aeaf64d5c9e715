// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Insurance;

public sealed class Contract
{
    public string Region { get; set; } = "";
    public float Age { get; set; }
    public float Horsepower { get; set; }
    public float Damage { get; set; }
}

/// <summary>What the form on the page asks.</summary>
public sealed class Form
{
    public string Region { get; set; } = "";
    public float Age { get; set; }
}

public sealed class Premium
{
    [ColumnName("Score")] public float Expected { get; set; }
}

public static class Calculator
{
    public static Func<Form, float> Build(MLContext ml, IEnumerable<Contract> contracts)
    {
        var rows = ml.Data.LoadFromEnumerable(contracts);
        var model = ml.Transforms.Categorical.OneHotEncoding("RegionVector", nameof(Contract.Region))
            .Append(ml.Transforms.Concatenate("Features", "RegionVector", nameof(Contract.Age), nameof(Contract.Horsepower)))
            .Append(ml.Regression.Trainers.FastTreeTweedie(nameof(Contract.Damage)))
            .Fit(rows);
        var engine = ml.Model.CreatePredictionEngine<Form, Premium>(model); // KILN2009
        return form => engine.Predict(form).Expected;
    }
}
