using Kiln.Host.Diagnostics;
using Kiln.Host.Files;

namespace Kiln.Host.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kiln ünï ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    bool Write(string path, string text) => AtomicFile.WriteIfChanged(path, text, At("tmp"));

    bool Write(string path, byte[] content) => AtomicFile.WriteIfChanged(path, content, At("tmp"));

    string At(params string[] parts) => Path.Combine([_folder, .. parts]);

    [Fact]
    public void Writes_what_is_new_and_leaves_what_is_not()
    {
        var file = At("deep", "a.json");

        Assert.True(Write(file, "é\n"));
        Assert.Equal([0xC3, 0xA9, (byte)'\n'], File.ReadAllBytes(file));
        File.SetLastWriteTimeUtc(file, new(2020, 1, 1));
        Assert.False(Write(file, "é\n"));
        Assert.False(Write(file, [0xC3, 0xA9, (byte)'\n']));
        Assert.Equal(new(2020, 1, 1), File.GetLastWriteTimeUtc(file));
        Assert.True(Write(file, "è\n"));
        Assert.True(Write(file, [1, 2, 3]));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(file));
        Assert.Equal([file], Directory.GetFiles(At("deep")));
    }

    [Fact]
    public void Line_ends_that_Git_changed_are_no_change()
    {
        File.WriteAllText(At("a.json"), "{\r\n}\r\n");

        Assert.False(Write(At("a.json"), "{\n}\n"));
        Assert.True(Write(At("a.json"), "{\n }\n"));
    }

    [Fact]
    public void What_cannot_be_written_is_told_and_nothing_is_left()
    {
        File.WriteAllText(At("file"), "");
        Directory.CreateDirectory(At("taken", "full"));

        foreach (var path in new[] { At("file", "a.json"), At("taken") })
        {
            var problem = Assert.Single(Assert.ThrowsAny<BuildException>(() => Write(path, "x")).Diagnostics);
            Assert.Equal(("KILN0013", path), (problem.Id, problem.File));
            Assert.StartsWith("the file cannot be written: ", problem.Message);
        }
        Assert.Equal([At("file")], Directory.GetFiles(_folder));
        Assert.Empty(Directory.GetFiles(At("tmp")));
    }

    /// <summary>Shared memory is a volume of its own on Linux; elsewhere this is one more folder.</summary>
    [Fact]
    public void Another_volume_is_no_obstacle_and_nothing_is_left_on_either()
    {
        var other = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : _folder, Path.GetRandomFileName())).FullName;
        try
        {
            Assert.True(AtomicFile.WriteIfChanged(At("a.json"), "1", other));
            Assert.True(AtomicFile.WriteIfChanged(At("a.json"), "2", other));
            Assert.Equal("2", File.ReadAllText(At("a.json")));
            Assert.Empty(Directory.GetFiles(other));
            Assert.Equal([At("a.json")], Directory.GetFiles(_folder));
        }
        finally
        {
            Directory.Delete(other, recursive: true);
        }
    }
}
