using System.IO.Compression;
using System.Text;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>The identity of data is its rows: what holds them, and how it is written, changes nothing.</summary>
public sealed class DataIdentityTests : IDisposable
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv")).Replace("\"", "");
    static readonly ModelDefinition Model = RoadProject.Model("PenguinModel", "penguins", "species");

    readonly RoadProject _project = new();

    public DataIdentityTests()
    {
        _project.AddDataset("penguins", Penguins);
        _project.Compile(Model);
        Assert.True(_project.InferContracts().Succeeded);
        Assert.True(_project.Release().Succeeded);
    }

    public void Dispose() => _project.Dispose();

    string Data => Path.Combine(_project.Directory, "data", "penguins.csv");

    string Text => File.ReadAllText(Data);

    [Fact]
    public void Other_line_ends_train_nothing_and_pass_a_locked_build()
    {
        File.WriteAllText(Data, Text.ReplaceLineEndings("\r\n"));

        AssertNothingIsDue(lockIsKept: true);
    }

    [Fact]
    public void Quotes_blanks_and_a_byte_order_mark_train_nothing()
    {
        File.WriteAllText(Data, "\uFEFF" + string.Join('\n', Text.Split('\n').Select(line => string.Join(", ", line.Split(',').Select(field => field.Length > 0 ? $"\"{field}\"" : "")))));

        AssertNothingIsDue(lockIsKept: true);
    }

    [Fact]
    public void Another_order_of_rows_trains_nothing()
    {
        var lines = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        File.WriteAllText(Data, string.Join('\n', [lines[0], .. lines[1..].Reverse()]));

        AssertNothingIsDue(lockIsKept: true);
    }

    [Fact]
    public void Another_order_of_columns_trains_nothing()
    {
        File.WriteAllText(Data, string.Join('\n', Text.TrimEnd('\n').Split('\n').Select(line => string.Join(',', line.Split(',').Reverse()))));

        AssertNothingIsDue(lockIsKept: true);
    }

    [Fact]
    public void A_packed_file_of_another_name_trains_nothing()
    {
        using (var gzip = new GZipStream(File.Create(Data + ".gz"), CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(Text));
        _project.NameFiles("penguins.csv.gz");

        AssertNothingIsDue(lockIsKept: false);
        Assert.Equal("data/penguins.csv.gz", Assert.Single(_project.Lock("PenguinModel").Partitions).Name);
    }

    [Fact]
    public void Several_files_of_the_same_rows_train_nothing()
    {
        var lines = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] names = ["d.csv", "b.csv", "a.csv", "c.csv"];
        foreach (var (rows, name) in lines[1..].Chunk(100).Zip(names))
            File.WriteAllText(Path.Combine(_project.Directory, "data", name), string.Join('\n', [lines[0], .. rows]));
        _project.NameFiles(names);

        AssertNothingIsDue(lockIsKept: false);
        Assert.Equal(4, _project.Lock("PenguinModel").Partitions.Count);
    }

    [Fact]
    public void Whatever_order_a_machine_without_the_cache_reads_the_rows_in_it_trains_the_same_bytes()
    {
        var onnx = _project.Onnx("PenguinModel");
        var lines = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        File.WriteAllText(Data, string.Join("\r\n", [lines[0], .. lines[1..].Reverse()]));
        Directory.Delete(Path.Combine(_project.Directory, "obj", "cache"), recursive: true);

        var result = _project.Train(locked: true);

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(1, result.Trained);
        Assert.Contains("this machine does not have the locked model yet", result.Output);
        Assert.Equal(onnx, _project.Onnx("PenguinModel"));
    }

    [Theory]
    [InlineData("39.1,18.7", "39.2,18.7")]
    [InlineData("39.1,18.7", "18.7,39.1")]
    [InlineData("Adelie,Torgersen,39.1,18.7,181,3750,male,2007\n", "")]
    public void Another_row_is_other_data(string text, string replacement)
    {
        _project.ReplaceFirst("data/penguins.csv", text, replacement);

        Assert.Contains("because the data changed", _project.Train().Output);
    }

    [Fact]
    public void A_hash_of_data_edited_by_hand_is_told_and_set_right()
    {
        var before = _project.Snapshot()["PenguinModel.lock.json"];
        _project.ReplaceFirst("PenguinModel.lock.json", _project.Lock("PenguinModel").DataHash[..8], "deadbeef");

        Assert.False(_project.Train(locked: true).Succeeded);
        var open = _project.Train();

        Assert.True(open.Succeeded, open.Output);
        Assert.Equal(0, open.Trained);
        Assert.Matches(@"PenguinModel\.lock\.json\(13,\d+\): warning KILN3013: the data files of 'PenguinModel' are the locked ones, .+; .+", open.Output);
        Assert.Equal(before, _project.Snapshot()["PenguinModel.lock.json"]);
    }

    [Fact]
    public void What_is_released_is_the_hash_of_the_rows()
    {
        var hash = _project.Lock("PenguinModel").DataHash;
        _project.ReplaceFirst("PenguinModel.lock.json", hash[..8], "deadbeef");
        _project.Compile(new ModelDefinition
        {
            Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = "1.0.1", Location = new("PenguinModel.cs", 3, 2),
        });

        Assert.True(_project.Release().Succeeded);

        Assert.Equal(hash, _project.Lock("PenguinModel").Released[1].Content.Data);
    }

    [Fact]
    public void A_model_of_data_that_was_trained_before_says_so()
    {
        var text = Text;
        _project.ReplaceFirst("data/penguins.csv", "39.1,18.7", "39.2,18.7");
        Assert.Equal(1, _project.Train().Trained);
        File.WriteAllText(Data, text);

        Assert.Contains("taken from the cache, because the data changed and was trained before", _project.Train().Output);
    }

    void AssertNothingIsDue(bool lockIsKept)
    {
        var before = _project.Snapshot()["PenguinModel.lock.json"];

        var locked = _project.Train(locked: true);
        Assert.True(locked.Succeeded, locked.Output);
        Assert.Equal(0, locked.Trained);
        Assert.Equal(before, _project.Snapshot()["PenguinModel.lock.json"]);

        var open = _project.Train();
        Assert.True(open.Succeeded, open.Output);
        Assert.Equal(0, open.Trained);
        Assert.Contains("nothing is due since 1.0.0", locked.Output + open.Output);
        Assert.Equal(lockIsKept, before == _project.Snapshot()["PenguinModel.lock.json"]);
    }
}
