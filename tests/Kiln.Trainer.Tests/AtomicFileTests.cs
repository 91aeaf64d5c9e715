using Kiln.TrainerHost;
using Kiln.TrainerHost.Diagnostics;

namespace Kiln.Trainer.Tests;

public sealed class AtomicFileTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kiln ünï ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    string At(params string[] parts) => Path.Combine([_folder, .. parts]);

    [Fact]
    public void Writes_what_is_new_and_leaves_what_is_not()
    {
        var file = At("deep", "a.json");

        Assert.True(AtomicFile.WriteIfChanged(file, "é\n"));
        Assert.Equal([0xC3, 0xA9, (byte)'\n'], File.ReadAllBytes(file));
        File.SetLastWriteTimeUtc(file, new(2020, 1, 1));
        Assert.False(AtomicFile.WriteIfChanged(file, "é\n"));
        Assert.False(AtomicFile.WriteIfChanged(file, [0xC3, 0xA9, (byte)'\n']));
        Assert.Equal(new(2020, 1, 1), File.GetLastWriteTimeUtc(file));
        Assert.True(AtomicFile.WriteIfChanged(file, "è\n"));
        Assert.True(AtomicFile.WriteIfChanged(file, [1, 2, 3]));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(file));
        Assert.Equal([file], Directory.GetFiles(At("deep")));
    }

    [Fact]
    public void Line_ends_that_Git_changed_are_no_change()
    {
        File.WriteAllText(At("a.json"), "{\r\n}\r\n");

        Assert.False(AtomicFile.WriteIfChanged(At("a.json"), "{\n}\n"));
        Assert.True(AtomicFile.WriteIfChanged(At("a.json"), "{\n }\n"));
    }

    [Fact]
    public void What_cannot_be_written_is_told_and_nothing_is_left()
    {
        File.WriteAllText(At("file"), "");
        Directory.CreateDirectory(At("taken", "full"));

        foreach (var path in new[] { At("file", "a.json"), At("taken") })
        {
            var problem = Assert.Single(Assert.Throws<BuildException>(() => AtomicFile.WriteIfChanged(path, "x")).Diagnostics);
            Assert.Equal(("KILN0013", path), (problem.Id, problem.File));
            Assert.StartsWith("the file cannot be written: ", problem.Message);
        }
        Assert.Equal([At("file")], Directory.GetFiles(_folder));
    }
}
