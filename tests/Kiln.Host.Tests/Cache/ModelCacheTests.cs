using Kiln.Host.Cache;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Tests.Cache;

/// <summary>An entry is what was put, or it is damaged: whatever happened to it on the disk.</summary>
public sealed class ModelCacheTests : IDisposable
{
    const string Key = "0123abcd";

    static readonly byte[] Onnx = [8, 7, 6, 5, 4, 3, 2, 1];
    static readonly TrainedModel Model = new(Onnx, ModelCache.Hash(Onnx), 277, 67, new(120, 15, 0.05), 0.275,
        [new("MicroAccuracy", new(0.97, 0.91, 1), 0.44, null), new("LogLoss", new(double.NaN, double.NaN, double.NaN), double.NaN, "they hold one class")], ["a note"]);

    readonly string _folder = Directory.CreateTempSubdirectory("kiln ünï ").FullName;
    readonly StringWriter _said = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    string Entry => Path.Combine(_folder, "cache", Key);

    [Fact]
    public void What_was_put_is_found_and_nothing_else_is_there()
    {
        Put();

        Assert.Equal(Model with { Onnx = Onnx, Measurements = Model.Measurements, Notes = Model.Notes }, Found(out var damage)! with { Onnx = Onnx, Measurements = Model.Measurements, Notes = Model.Notes });
        Assert.Equal(Model.Measurements, Found(out _)!.Measurements);
        Assert.Equal(Model.Notes, Found(out _)!.Notes);
        Assert.Null(damage);
        Assert.Equal(["evaluation.json", "model.onnx"], Directory.GetFileSystemEntries(Entry).Select(Path.GetFileName).Order());
        Assert.Equal([Entry], Directory.GetFileSystemEntries(Path.GetDirectoryName(Entry)!));
    }

    [Fact]
    public void What_was_never_put_is_not_damaged()
    {
        Assert.Null(Found(out var damage));
        Assert.Null(damage);
    }

    [Theory]
    [InlineData("model.onnx", null)]
    [InlineData("model.onnx", "")]
    [InlineData("evaluation.json", null)]
    [InlineData("evaluation.json", "")]
    [InlineData("evaluation.json", "not json")]
    [InlineData("evaluation.json", "[]")]
    [InlineData("evaluation.json", "{}")]
    [InlineData("evaluation.json", "null")]
    [InlineData("evaluation.json", "{\"format\": 1}")]
    [InlineData("evaluation.json", "{\"format\": 99}")]
    public void A_file_that_is_not_whole_is_damage(string name, string? content)
    {
        Put();
        File.Delete(Path.Combine(Entry, name));
        if (content is not null)
            File.WriteAllText(Path.Combine(Entry, name), content);

        AssertDamagedAndMended();
    }

    [Theory]
    [InlineData("[", "[[")]
    [InlineData("277", "278")]
    [InlineData("277", "-277")]
    [InlineData("277", "99999999999999999999")]
    [InlineData("277", "\"NaN\"")]
    [InlineData("\"value\": 0.97, ", "\"value\": \"NaN\", ")]
    [InlineData("\"low\": 0.91, ", "")]
    [InlineData("\"value\": 0.97, \"low\": 0.91, ", "")]
    [InlineData("\"high\": 1,", "\"high\": [1],")]
    [InlineData("0.97", "0.98")]
    [InlineData("0.97", "1e999")]
    [InlineData("MicroAccuracy", "MacroAccuracy")]
    [InlineData("a note", "a nose")]
    [InlineData("\"a note\"", "7")]
    [InlineData("\"seal\": \"", "\"seal\": \"0")]
    [InlineData("\"onnx\": \"", "\"onnx\": \"0")]
    public void One_wrong_letter_is_damage(string text, string replacement)
    {
        Put();
        var evaluation = Path.Combine(Entry, "evaluation.json");
        Assert.Contains(text, File.ReadAllText(evaluation));
        File.WriteAllText(evaluation, File.ReadAllText(evaluation).Replace(text, replacement));

        AssertDamagedAndMended();
    }

    [Fact]
    public void A_bit_of_the_model_or_an_entry_of_another_key_is_damage()
    {
        Put();
        File.WriteAllBytes(Path.Combine(Entry, "model.onnx"), [.. Onnx[..^1], 0]);
        AssertDamagedAndMended();

        Directory.Move(Entry, Entry + "0");
        Assert.Null(new ModelCache(Folder()).Find(Key + "0", out var damage));
        Assert.NotNull(damage);
    }

    [Fact]
    public void A_folder_where_a_file_belongs_is_damage_and_makes_way()
    {
        Put();
        File.Delete(Path.Combine(Entry, "model.onnx"));
        Directory.CreateDirectory(Path.Combine(Entry, "model.onnx", "deeper"));

        AssertDamagedAndMended();
    }

    [Fact]
    public void A_file_where_an_entry_belongs_makes_way()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Entry)!);
        File.WriteAllText(Entry, "a file");
        Assert.Null(Found(out _));

        Put();

        Assert.NotNull(Found(out _));
    }

    [Fact]
    public async Task Any_number_of_builds_may_put_and_find_one_entry_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 40; i++)
            {
                Put();
                Assert.Equal(Model.OnnxHash, Found(out var damage)?.OnnxHash);
                Assert.Null(damage);
            }
        }, TestContext.Current.CancellationToken)));

        Assert.Equal(["evaluation.json", "model.onnx"], Directory.GetFileSystemEntries(Entry).Select(Path.GetFileName).Order());
        Assert.Equal([Entry], Directory.GetFileSystemEntries(Path.GetDirectoryName(Entry)!));
        Assert.Equal("", _said.ToString());
    }

    [Fact]
    public void A_folder_that_takes_nothing_is_told_once()
    {
        File.WriteAllText(Path.GetDirectoryName(Entry)!, "a file");
        var cache = new ModelCache(Folder());

        cache.Add(Key, Model);
        cache.Add(Key + "0", Model);

        Assert.Matches(@"^App\.csproj: warning KILN0025: the trained model cannot be cached in '.+cache': .+\n$", _said.ToString().ReplaceLineEndings("\n"));
    }

    void AssertDamagedAndMended()
    {
        Assert.Null(Found(out var damage));
        Assert.NotNull(damage);
        Put();
        Assert.Equal(Model.OnnxHash, Found(out damage)?.OnnxHash);
        Assert.Null(damage);
    }

    void Put() => new ModelCache(Folder()).Add(Key, Model);

    TrainedModel? Found(out string? damage) => new ModelCache(Folder()).Find(Key, out damage);

    CacheFolder Folder() => new(
        RequestReader.Read(["command=train", "project=App.csproj", $"directory={_folder}", $"output={_folder}", $"cache={Path.Combine(_folder, "cache")}"]),
        new Output(_said));
}
