using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Monitoring;

namespace Kiln.Host.Monitoring;

/// <summary>A bin as people call it.</summary>
/// <param name="classes">The model's, as far as they may be named.</param>
/// <param name="contract">Null where it cannot be read.</param>
sealed class BinName(IReadOnlyList<string> classes, DataContract? contract)
{
    public string Of(CountedColumn column, int bin) =>
        bin == column.Bins - 1 ? "no value"
        : contract?.Find(column.Name) is { Type: ColumnType.Boolean } truth && !column.IsAnswer ? $"'{(bin == 0 ? truth.FalseText : truth.TrueText)}'"
        : column.Kind switch
        {
            CountedKind.Category => bin < column.Values.Length ? $"'{column.Values[bin]}'" : bin == column.Values.Length ? "one of the other values" : "a value that training never saw",
            CountedKind.Presence => "a value",
            CountedKind.Label => bin < classes.Count ? $"'{classes[bin]}'" : bin == 1 ? "an anomaly" : "none",
            CountedKind.Length => $"{Range(column.Edges, bin)} characters",
            _ => Range(column.Edges, bin),
        };

    static string Range(float[] edges, int bin) =>
        edges.Length == 0 ? "any"
        : bin == 0 ? $"at most {Text(edges[0])}"
        : bin == edges.Length ? $"above {Text(edges[^1])}"
        : $"above {Text(edges[bin - 1])} to {Text(edges[bin])}";

    static string Text(float value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
