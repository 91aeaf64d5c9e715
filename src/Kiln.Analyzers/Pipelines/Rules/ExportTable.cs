using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Pipelines.Reading;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>The estimators that the trainer cannot write as ONNX, by name, with the way out.</summary>
static class ExportTable
{
    static readonly Lazy<Dictionary<string, string>> WaysOut = new(static () => TableFile.Lines("NotExported.txt")
        .ToDictionary(static line => line.Substring(0, line.IndexOf(':')), static line => line.Substring(line.IndexOf(':') + 2)));

    /// <summary>What to do instead of an estimator; null where it can be written, or is not known not to be.</summary>
    public static string? WayOut(EstimatorCall call)
    {
        var name = CatalogTable.NameOf(call.Call.TargetMethod);
        return WaysOut.Value.TryGetValue(name, out var way) ? way
            : call.Variants.Select(variant => WaysOut.Value.TryGetValue($"{name} {variant}", out var other) ? other : null).FirstOrDefault(static other => other is not null);
    }
}
