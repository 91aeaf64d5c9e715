using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Versions;

public sealed class ModelFileTests
{
    const string Model = "[Kiln.Model(\"data\", Label = \"y\", Version = \"1.0.0\")] partial class M;";

    static async Task<string[]> Findings(string body, string more = "") =>
        [.. (await (StandIn.Project with { UsesMachineLearning = true }).Source($$"""
            using Microsoft.ML;
            class Program
            {
                const string Name = "model.zip";
                static string Folder => "models";
                static readonly string Path = System.IO.Path.Combine(System.AppContext.BaseDirectory, "model.zip");
                static string s_path = System.IO.Path.GetFullPath("model.zip");
                static string s_changed = "model.zip";
                static void Change(string given) => s_changed = given;
                static void Save(MLContext ml, ITransformer model, IDataView data, string given) { {{body}} }
                static bool CheckHash(string file) => file.Length > 0;
            }
            {{more}}
            """).Findings()).Where(finding => finding.StartsWith("KILN300", StringComparison.Ordinal))];

    [Theory]
    [InlineData("ml.Model.Save(model, data.Schema, \"model.zip\");", "\"model.zip\"")]
    [InlineData("ml.Model.Save(model, data.Schema, Name);", "Name")]
    [InlineData("ml.Model.Save(filePath: \"model.zip\", model: model, inputSchema: data.Schema);", "\"model.zip\"")]
    [InlineData("ml.Model.Save(model, data.Schema, Path);", "Path")]
    [InlineData("ml.Model.Save(model, data.Schema, System.IO.Path.Combine(System.Environment.CurrentDirectory, Name));", "System.IO.Path.Combine(System.Environment.CurrentDirectory, Name)")]
    [InlineData("var file = \"model.zip\"; ml.Model.Save(model, data.Schema, file);", "file")]
    public async Task Saving_under_one_name_beside_versioned_models_is_told(string body, string marked) => Assert.Equal(
        [$"KILN3007 at {marked}: 'model.zip' has no version and no lock, so nobody can tell which model it holds; declare the model with [Model], or put a version into the name"],
        await Findings(body, Model));

    [Theory]
    [InlineData("ml.Model.Save(model, data.Schema, \"model.1.2.0.zip\");", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, given);", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, Folder + \"/model.zip\");", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, System.IO.Path.Combine(given, Name));", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, System.IO.Path.Combine(\"2.1\", Name));", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, s_changed);", Model)]
    [InlineData("var file = \"model.zip\"; file = given; ml.Model.Save(model, data.Schema, file);", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, System.IO.Stream.Null);", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, \"model.zip\");", "")]
    public async Task Saving_elsewhere_is_left_alone(string body, string more) => Assert.Empty(await Findings(body, more));

    [Theory]
    [InlineData("ml.Model.Load(\"model.zip\", out _);", "")]
    [InlineData("System.Func<ITransformer> load = () => ml.Model.Load(\"model.zip\", out _);", Model)]
    public async Task Loading_what_lies_there_is_told(string body, string more) => Assert.Equal(
        ["KILN3008 at \"model.zip\": the model in 'model.zip' is whatever the path holds: no lock names it and no hash is checked; compare the file's SHA-256 with the one that was released, or declare the model with [Model]"],
        await Findings(body, more));

    [Fact]
    public async Task A_path_of_a_field_is_followed() => Assert.StartsWith(
        "KILN3008 at s_path: the model in 'model.zip' is whatever the path holds", Assert.Single(await Findings("ml.Model.Load(s_path, out _);")));

    [Theory]
    [InlineData("ml.Model.Load(given, out _);")]
    [InlineData("if (CheckHash(\"model.zip\")) ml.Model.Load(\"model.zip\", out _);")]
    [InlineData("System.Security.Cryptography.SHA256.HashData(System.IO.File.ReadAllBytes(\"model.zip\")); ml.Model.Load(\"model.zip\", out _);")]
    [InlineData("ml.Model.Save(model, data.Schema, \"model.zip\"); ml.Model.Load(\"model.zip\", out _);")]
    [InlineData("System.Reflection.Assembly.Load(\"model.zip\");")]
    public async Task Loading_what_is_known_is_left_alone(string body) => Assert.Empty(await Findings(body));
}
