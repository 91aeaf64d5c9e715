using Kiln.Contracts;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Sources;

/// <summary>Says which columns are left out, each once for all sources.</summary>
static class LeftOutColumns
{
    public static IEnumerable<Diagnostic> Describe(IEnumerable<DataSource> sources) => Describe(sources.SelectMany(source => source.LeftOut));

    public static IEnumerable<Diagnostic> Describe(IEnumerable<LeftOutColumn> columns) => columns.DistinctBy(column => column.Name).Select(Describe);

    static Diagnostic Describe(LeftOutColumn column) => column.Place.Say(Ids.ColumnLeftOut,
        $"column '{column.Name}' holds {column.What}, which is no number, text or date, so it is left out and no model sees it; "
        + "write what matters of it into columns of their own, or remove it from the data",
        isWarning: true);
}
