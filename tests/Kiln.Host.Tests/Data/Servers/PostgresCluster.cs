using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kiln.Host.Tests.Data.Servers;

/// <summary>A PostgreSQL server of this test run, on loopback, in a temporary folder; null where the machine has none.</summary>
public sealed class PostgresCluster : IDisposable
{
    const string User = "postgres";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kiln-pg");

    public PostgresCluster()
    {
        if (Binaries is null)
            return;
        Port = FreePort();
        var password = Path.Combine(_folder.FullName, "password");
        File.WriteAllText(password, Password);
        // The server refuses root.
        if (Environment.IsPrivilegedProcess)
            Run("chown", "-R", User, _folder.FullName);
        RunAsUser("initdb", "-D", Data, "-U", User, "-A", "scram-sha-256", "--pwfile", password, "-E", "UTF8", "--locale", "C", "--no-sync");
        RunAsUser("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder.FullName, "log"),
            "-o", $"-c listen_addresses=127.0.0.1 -c port={Port} -c unix_socket_directories= -c fsync=off", "start");
    }

    public const string Password = "s3cr3t;=ü";

    /// <summary>Why tests are skipped; null where there is a server.</summary>
    public static string? Missing => Binaries is null ? "PostgreSQL is not installed; .ci/run installs it" : null;

    public int Port { get; }

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username={User};Password='{Password}';Database=postgres";

    string Data => Path.Combine(_folder.FullName, "data");

    static string? Binaries => !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "pg_ctl"))).Max(StringComparer.Ordinal);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (Binaries is not null)
            RunAsUser("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        _folder.Delete(recursive: true);
    }

    void RunAsUser(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, program);
        if (Environment.IsPrivilegedProcess)
            Run("runuser", ["-u", User, "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    void Run(string program, params string[] arguments)
    {
        // The server goes on after its starter ends, and would hold a redirected output open.
        var log = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var start = new ProcessStartInfo("sh", ["-c", $"exec \"$@\" > '{log}' 2>&1", "sh", program, .. arguments]) { WorkingDirectory = _folder.FullName };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {File.ReadAllText(log)}");
        File.Delete(log);
    }
}

[CollectionDefinition(Name)]
public sealed class PostgresTestGroup : ICollectionFixture<PostgresCluster>
{
    public const string Name = "PostgreSQL";
}
