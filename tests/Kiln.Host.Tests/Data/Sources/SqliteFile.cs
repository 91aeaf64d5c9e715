using System.Runtime.InteropServices;

namespace Kiln.Host.Tests.Data.Sources;

/// <summary>Writes a file with SQLite itself.</summary>
static partial class SqliteFile
{
    const int ReadWriteCreate = 2 | 4;

    public static void Write(string path, params string[] statements)
    {
        Assert.Equal(0, sqlite3_open_v2(path, out var database, ReadWriteCreate, 0));
        foreach (var statement in statements)
            Assert.True(sqlite3_exec(database, statement, 0, 0, 0) == 0, statement);
        Assert.Equal(0, sqlite3_close_v2(database));
    }

    [LibraryImport("e_sqlite3", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int sqlite3_open_v2(string file, out nint database, int flags, nint vfs);

    [LibraryImport("e_sqlite3", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int sqlite3_exec(nint database, string sql, nint callback, nint data, nint error);

    [LibraryImport("e_sqlite3")]
    private static partial int sqlite3_close_v2(nint database);
}
