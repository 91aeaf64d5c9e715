using System.Text;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.TrainerHost.Data.Files;
using Kiln.TrainerHost.Data.Values;
using Kiln.TrainerHost.Diagnostics;

namespace Kiln.TrainerHost.Data.Inference;

/// <summary>
/// Notices a file without a header, whose first row would be taken for one: each column of numbers is called like a number,
/// and one of those has a fraction, which years or quantiles beside other columns do not all have.
/// </summary>
static class HeaderCheck
{
    public static Diagnostic? Find(CsvSource source, IReadOnlyList<ColumnType> types)
    {
        var fraction = -1;
        for (var i = 0; i < types.Count; i++)
            if (types[i] is ColumnType.Number or ColumnType.Integer)
            {
                // A value that stands twice in the row was made unique with a suffix.
                var name = Encoding.UTF8.GetBytes(source.Columns[i].Split('_')[0]);
                if (!NumberText.TryParse(name, (byte)'.', out _, out var form))
                    return null;
                if ((form & NumberForm.Whole) == 0 && fraction < 0)
                    fraction = i;
            }
        if (fraction < 0)
            return null;
        using var scanner = CsvScanner.Open(source.Path, source.Dialect);
        scanner.ReadRecord();
        return new(source.Path, scanner.Fields[fraction].Line, scanner.Fields[fraction].Column, Ids.DataUnreadable,
            $"the first line holds values ('{source.Columns[fraction]}') where the names of the columns are expected; put a line of names above it");
    }
}
