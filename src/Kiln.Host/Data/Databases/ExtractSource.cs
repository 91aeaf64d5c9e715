using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Sources;

namespace Kiln.Host.Data.Databases;

/// <summary>Rows that were taken from a server into a file of this build: a row is told by number and key, because nobody sees the file's lines.</summary>
sealed class ExtractSource(string takenFrom, CsvSource file) : DataSource(takenFrom, file.Columns, file.Rows)
{
    protected override void ReadRows(DuckEngine engine, IReadOnlyList<string> columns, Action<IRowChunk> take) => file.Read(engine, columns, take);

    public override FieldPlace FindHeader(int column) => new(Path, 0, 0);

    public override IReadOnlyList<FieldPlace> Find(IReadOnlyList<(int Row, int Column)> fields, string? key) => NumberedRows.Find(this, fields, key);
}
