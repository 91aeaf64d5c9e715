// origin: alongside the rules
// contract: churn
using Kiln;
using Microsoft.ML;

namespace Retention.Elsewhere;

[Model("churn", Label = "Churned", Version = "1.0.0")]
[Gate(Metric.AreaUnderPrecisionRecallCurve, AtLeast = 0.5)]
public sealed partial class ChurnModel;

/// <summary>Where a model goes is up to whoever calls: a stream, a path, a data file.</summary>
public sealed class Archive(MLContext ml, string folder)
{
    public void Put(ITransformer model, DataViewSchema schema, Stream stream) => ml.Model.Save(model, schema, stream);

    public void Put(ITransformer model, DataViewSchema schema, string name, Version version) =>
        ml.Model.Save(model, schema, Path.Combine(folder, $"{name}-{version}.zip"));

    public void Put(IDataView rows)
    {
        using var file = File.Create("rows.idv");
        ml.Data.SaveAsBinary(rows, file);
    }
}
