using Kiln.Host.Store;

namespace Kiln.Host.Tests.Store;

/// <summary>A store in a folder that may only hold so much.</summary>
public sealed class FolderFilesTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kiln störe");

    [Fact]
    public void What_was_not_used_for_longest_goes_with_its_training_and_releases_stay()
    {
        var files = new FolderFiles(_folder.FullName, 350);
        foreach (var (name, days) in new[] { ("released.onnx", 9), ("released.1.0.0.model.json", 9), ("old.onnx", 8), ("old.json", 8), ("used.onnx", 7), ("late.onnx", 6) })
        {
            File.WriteAllBytes(Path.Combine(_folder.FullName, name), new byte[name.EndsWith(".onnx", StringComparison.Ordinal) ? 100 : 10]);
            File.SetLastWriteTimeUtc(Path.Combine(_folder.FullName, name), DateTime.UtcNow.AddDays(-days));
        }

        Assert.Equal(100, files.Get("used.onnx")!.Length);
        File.WriteAllText(Path.Combine(_folder.FullName, "old.json"), "of old");
        files.Put("new.onnx", new byte[100]);
        files.Tidy("new.onnx");

        Assert.Equal(["new.onnx", "released.1.0.0.model.json", "released.onnx", "used.onnx"], Names());

        // What releases leave is too little for anything: the one that was put stays.
        new FolderFiles(_folder.FullName, 50).Tidy("new.onnx");
        Assert.Equal(["new.onnx", "released.1.0.0.model.json", "released.onnx"], Names());
    }

    [Fact]
    public void Without_a_limit_all_stays_and_of_two_that_create_a_file_one_does()
    {
        var files = new FolderFiles(Path.Combine(_folder.FullName, "new"), 0);

        Assert.Null(files.Get("a"));
        Assert.True(files.TryCreate("a", [1]));
        Assert.False(files.TryCreate("a", [2]));
        files.Put("b.onnx", new byte[1_000]);
        Assert.Equal([1], files.Get("a"));
        files.Delete("a");
        files.Delete("a");
        Assert.Equal(["b.onnx"], Directory.GetFiles(Path.Combine(_folder.FullName, "new")).Select(Path.GetFileName));
    }

    public void Dispose() => _folder.Delete(true);

    IEnumerable<string?> Names() => _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal);
}
