using System.Diagnostics;
using Kiln.Host.Files;

namespace Kiln.Host.Tests.Files;

/// <summary>What a killed build left is taken away by the next; what a running one writes is not.</summary>
public sealed class TemporaryFileTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kiln ünï ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Only_what_nobody_writes_any_more_is_swept()
    {
        var mine = Add(TemporaryFile.NameIn(_folder));
        var killed = Add(mine.Replace($".{Environment.ProcessId}.", $".{EndedProcess()}."));
        var elsewhere = Add(Path.Combine(_folder, $".kiln.anotherMachine.1.{Guid.NewGuid():N}.tmp"));
        var longAgo = Add(Path.Combine(_folder, $".kiln.anotherMachine.2.{Guid.NewGuid():N}.tmp"));
        File.SetLastWriteTimeUtc(elsewhere, DateTime.UtcNow.AddDays(-2)); // A clock may be days off.
        File.SetLastWriteTimeUtc(longAgo, DateTime.UtcNow.AddDays(-9));
        var users = Add(Path.Combine(_folder, "notes.tmp"));

        TemporaryFile.Sweep(_folder);

        Assert.False(File.Exists(killed));
        Assert.Equal(new[] { mine, elsewhere, users }.Order(), Directory.GetFiles(_folder).Order());
    }

    [Fact]
    public void A_folder_that_is_not_there_has_nothing_to_sweep() => TemporaryFile.Sweep(Path.Combine(_folder, "none"));

    static string Add(string path)
    {
        File.WriteAllText(path, "half");
        return path;
    }

    static int EndedProcess()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.Id;
    }
}
