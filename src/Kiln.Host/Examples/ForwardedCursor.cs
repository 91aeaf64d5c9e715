using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Examples;

/// <summary>The rows of another cursor, some of whose values are changed as they are read.</summary>
abstract class ForwardedCursor(DataViewRowCursor row) : DataViewRowCursor
{
    protected DataViewRowCursor Row => row;

    public override DataViewSchema Schema => row.Schema;

    public override long Position => row.Position;

    public override long Batch => row.Batch;

    public override ValueGetter<DataViewRowId> GetIdGetter() => row.GetIdGetter();

    public override bool IsColumnActive(DataViewSchema.Column column) => row.IsColumnActive(column);

    public override bool MoveNext() => row.MoveNext();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            row.Dispose();
        base.Dispose(disposing);
    }
}
