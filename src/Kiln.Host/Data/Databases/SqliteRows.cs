using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Kiln.Host.Data.Engine;

namespace Kiln.Host.Data.Databases;

/// <summary>The rows of a statement.</summary>
sealed unsafe class SqliteRows(SqliteDatabase database, nint statement) : IDisposable
{
    byte[] _number = [];

    public int Columns => SqliteNative.sqlite3_column_count(statement);

    public string Name(int column) => Marshal.PtrToStringUTF8((nint)SqliteNative.sqlite3_column_name(statement, column)) ?? "";

    /// <exception cref="EngineException">The rest cannot be read.</exception>
    public bool Read() => SqliteNative.sqlite3_step(statement) switch
    {
        SqliteNative.Row => true,
        SqliteNative.Done => false,
        _ => throw new EngineException(database.Error),
    };

    public long Integer(int column) => SqliteNative.sqlite3_column_int64(statement, column);

    /// <summary>The field's text, as DuckDB would write it: SQLite's own has fifteen digits of a number, two too few. Gone with the next one.</summary>
    public ReadOnlySpan<byte> Text(int column)
    {
        switch (SqliteNative.sqlite3_column_type(statement, column))
        {
            case SqliteNative.Null:
                return default;
            case SqliteNative.Float:
                return _number = Encoding.ASCII.GetBytes(NumberTexts.Write(SqliteNative.sqlite3_column_double(statement, column)));
            case SqliteNative.Integer:
                return _number = Encoding.ASCII.GetBytes(Integer(column).ToString(CultureInfo.InvariantCulture));
            default:
                var text = SqliteNative.sqlite3_column_text(statement, column);
                return new(text, SqliteNative.sqlite3_column_bytes(statement, column));
        }
    }

    public void Dispose() => _ = SqliteNative.sqlite3_finalize(statement);
}
