using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Loading;

/// <summary>Compares the columns of the files with those of the contract.</summary>
static class ColumnMatch
{
    const int MostNamed = 3;

    public static IEnumerable<Diagnostic> Lacking(Dataset dataset, DataContract contract, DataSource source)
    {
        var unknown = source.Columns.Where(name => contract.Find(name) is null).ToList();
        foreach (var column in contract.Columns.Where(column => source.IndexOf(column.Name) < 0))
            yield return new(dataset.Contract, column.Line, 1, Ids.ColumnMissing,
                $"column '{column.Name}' is not in '{Path.GetFileName(source.Path)}'{Hint(column.Name, unknown)}; "
                + "correct the header of the file, or the column's \"name\" here, or remove the column from the contract");
    }

    /// <summary>A renamed column may have any name, so where none is similar, those that are new are named.</summary>
    static string Hint(string name, IReadOnlyList<string> unknown) => Nearest.Hint(name, unknown) is { Length: > 0 } near ? near
        : unknown.Count == 0 ? ""
        : $", which has {string.Join(", ", unknown.Take(MostNamed).Select(other => $"'{other}'"))}{(unknown.Count > MostNamed ? " and others" : "")} that the contract does not know";

    /// <summary>Warnings for columns that no contract knows, each once for all files.</summary>
    public static IEnumerable<Diagnostic> Unknown(Dataset dataset, DataContract contract, IEnumerable<DataSource> sources)
    {
        var told = new HashSet<string>();
        foreach (var source in sources)
            for (var i = 0; i < source.Columns.Count; i++)
                if (contract.Find(source.Columns[i]) is null && told.Add(source.Columns[i]))
                    yield return source.FindHeader(i).Say(Ids.ColumnNotInContract,
                        $"column '{source.Columns[i]}' is not in the contract, so no model sees it; "
                        + $"add it to '{Path.GetFileName(dataset.Contract)}', or remove it from the file",
                        isWarning: true);
    }
}
