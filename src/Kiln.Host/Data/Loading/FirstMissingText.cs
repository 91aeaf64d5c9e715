using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Formats;
using Kiln.Host.Data.Sources;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Loading;

/// <summary>The first field of a column whose text means missing; an empty one does not count.</summary>
static class FirstMissingText
{
    /// <returns>Null where all that is missing is empty.</returns>
    public static (FieldPlace Place, string Text)? Find(Dataset dataset, DataContract contract, Column column)
    {
        var missing = new MissingTexts(contract.Dialect.MissingIn(column));
        using var engine = DuckEngine.Open();
        foreach (var file in DataFile.InOrder(dataset.Files))
        {
            var source = SourceOpening.Open(dataset, file, contract.Dialect);
            var (row, found, text) = (0, -1, "");
            source.Read(engine, [column.Name], chunk =>
            {
                for (var i = 0; i < chunk.Rows && found < 0; i++)
                    if (missing.Contains(chunk[0][i]))
                        (found, text) = (row + i, Encoding.UTF8.GetString(chunk[0][i]));
                row += chunk.Rows;
            });
            if (found >= 0)
                return (source.Find([(found, source.IndexOf(column.Name))], RowKeys.Column(contract))[0], text);
        }
        return null;
    }
}
