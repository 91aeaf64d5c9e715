// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Report;

public class Row
{
    [LoadColumn(0, 9), VectorType(10)] public float[] Features { get; set; } = [];
    [LoadColumn(10)] public bool Label { get; set; }
    [LoadColumn(11)] public string Region { get; set; } = "";
}

/// <summary>Measures one model on the test set, per region: a loop, and no choice.</summary>
public sealed class RegionReport(MLContext ml)
{
    public void Write(ITransformer model, IDataView test, TextWriter output)
    {
        var regions = ml.Data.CreateEnumerable<Row>(test, reuseRowObject: true).Select(row => row.Region).Distinct().Order().ToList();
        foreach (var region in regions)
        {
            var slice = ml.Data.FilterByCustomPredicate<Row>(test, row => row.Region != region);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(slice));
            output.WriteLine($"{region}\t{metrics.AreaUnderRocCurve:0.000}\t{metrics.Accuracy:0.000}");
        }
    }
}
