using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Kiln.Host.Data.Engine;
using Kiln.Host.Natives;

namespace Kiln.Host.Data.Databases;

/// <summary>
/// A SQLite file, opened so that nothing is written to it or beside it. What a statement may do is decided where SQLite compiles it: it may
/// read, and neither write, attach, nor change a setting.
/// </summary>
sealed unsafe class SqliteDatabase : IDisposable
{
    readonly nint _database;

    static SqliteDatabase() => NativeResolver.Use(typeof(SqliteNative).Assembly);

    SqliteDatabase(nint database) => _database = database;

    /// <exception cref="EngineException">SQLite refuses the file.</exception>
    public static SqliteDatabase Open(string path)
    {
        var uri = "file:" + Uri.EscapeDataString(path.Replace('\\', '/')) + "?mode=ro&immutable=1";
        var opened = SqliteNative.sqlite3_open_v2(uri, out var database, SqliteNative.OpenReadOnly | SqliteNative.OpenUri, 0);
        var result = new SqliteDatabase(database);
        if (opened == SqliteNative.Ok && SqliteNative.sqlite3_set_authorizer(database, &Authorize, 0) == SqliteNative.Ok)
            return result;
        using (result)
            throw new EngineException(result.Error);
    }

    /// <exception cref="EngineException">SQLite refuses the statement, or there is another one behind it, which it would leave alone.</exception>
    public SqliteRows Query(string sql)
    {
        var text = Encoding.UTF8.GetBytes(sql + "\0");
        fixed (byte* start = text)
        {
            if (SqliteNative.sqlite3_prepare_v2(_database, start, -1, out var statement, out var tail) != SqliteNative.Ok)
                throw new EngineException(Error);
            var rows = new SqliteRows(this, statement);
            if (text.AsSpan((int)(tail - start)).Trim(" \t\r\n\0"u8).IsEmpty)
                return rows;
            using (rows)
                throw new EngineException("there is more than one statement");
        }
    }

    public string Error => Marshal.PtrToStringUTF8((nint)SqliteNative.sqlite3_errmsg(_database)) ?? "it fails without saying why";

    public void Dispose() => _ = SqliteNative.sqlite3_close_v2(_database);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Authorize(nint data, int action, byte* first, byte* second, byte* database, byte* trigger) =>
        action is SqliteNative.ActionSelect or SqliteNative.ActionRead or SqliteNative.ActionRecursive
        || action == SqliteNative.ActionFunction && !MemoryMarshal.CreateReadOnlySpanFromNullTerminated(second).SequenceEqual("load_extension"u8)
            ? SqliteNative.Ok
            : SqliteNative.Denied;
}
