// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace TwoSteps;

public class Row
{
    [LoadColumn(0)] public string City { get; set; } = "";
    [LoadColumn(1)] public float Size { get; set; }
    [LoadColumn(2)] public float Rent { get; set; }
}

/// <summary>Every column is taken by somebody, if not in the same statement.</summary>
public sealed class Rents(MLContext ml)
{
    IEstimator<ITransformer> City => ml.Transforms.Categorical.OneHotEncoding("CityCode", "City");

    public ITransformer Train(IDataView rows, bool withCity)
    {
        var encoded = City.Append(ml.Transforms.CopyColumns("Area", "Size"));
        var names = withCity ? new[] { "CityCode", "Area" } : ["Area"];
        var features = encoded.Append(ml.Transforms.Concatenate("Features", names));
        return features.Append(ml.Regression.Trainers.FastTree("Rent")).Fit(rows);
    }
}
