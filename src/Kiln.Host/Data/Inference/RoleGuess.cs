using Kiln.Contracts.Data;
using Kiln.Host.Data.Inference.Readings;

namespace Kiln.Host.Data.Inference;

/// <summary>What a column is likely good for. People correct it in the contract.</summary>
static class RoleGuess
{
    static readonly string[] IdWords =
    [
        "id", "ids", "uid", "uuid", "guid", "key", "code", "no", "nr", "num", "number", "index", "idx",
        "row", "rowid", "rownum", "rowname", "rownames", "column1",
    ];

    public static ColumnRole Guess(string name, ColumnType type, ColumnScan scan, ColumnSummary summary, bool isOnlyDate)
    {
        var (profile, rows) = (summary.Profile, scan.Rows);
        // One row tells nothing about the next.
        if (rows < 2)
            return ColumnRole.Feature;
        var complete = profile.Missing == 0;
        if (profile.Distinct == 0 || profile.Distinct == 1 && complete)
            return ColumnRole.Ignore;
        var unique = complete && profile.Distinct == rows;
        return type switch
        {
            ColumnType.Text when scan.IsPersonal => unique ? ColumnRole.Id : ColumnRole.Ignore,
            ColumnType.Text when summary.Unique is { AreProse: false } => ColumnRole.Id,
            ColumnType.Integer when unique && (scan.IsSequence || SaysId(name)) => ColumnRole.Id,
            // One that is empty for some rows is something that happened to the others, such as their end.
            ColumnType.DateTime when isOnlyDate && complete => ColumnRole.Time,
            _ => ColumnRole.Feature,
        };
    }

    static bool SaysId(string name) => Words(name).Any(IdWords.Contains);

    /// <summary><c>customerID</c> → customer, id; <c>row_no</c> → row, no.</summary>
    static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
            if (i == name.Length || !char.IsLetterOrDigit(name[i]) || char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
            {
                yield return name[start..i].Trim('_', ' ', '-', '.', '#', '/', '(', ')').ToLowerInvariant();
                start = i;
            }
    }
}
