using Kiln.Generators.Tests.Testing;

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
                static readonly string Fixed = System.IO.Path.Combine(System.Environment.CurrentDirectory, Name);
                static string Folder => "models";
                static void Save(MLContext ml, ITransformer model, IDataView data, string given) { {{body}} }
                static bool CheckHash(string file) => file.Length > 0;
            }
            {{more}}
            """).Findings()).Where(finding => finding.StartsWith("KILN300", StringComparison.Ordinal))];

    [Theory]
    [InlineData("ml.Model.Save(model, data.Schema, \"model.zip\");", "\"model.zip\"")]
    [InlineData("ml.Model.Save(model, data.Schema, Name);", "Name")]
    [InlineData("ml.Model.Save(model, data.Schema, System.IO.Path.Combine(System.AppContext.BaseDirectory, Name));", "System.IO.Path.Combine(System.AppContext.BaseDirectory, Name)")]
    [InlineData("var path = System.IO.Path.GetFullPath(Name); ml.Model.Save(model, data.Schema, path);", "path")]
    [InlineData("ml.Model.Save(model, data.Schema, Fixed);", "Fixed")]
    [InlineData("ml.Model.Save(filePath: \"model.zip\", model: model, inputSchema: data.Schema);", "\"model.zip\"")]
    public async Task Saving_under_one_name_beside_versioned_models_is_told(string body, string marked) => Assert.Equal(
        [$"KILN3007 at {marked}: 'model.zip' has no version and no lock, so nobody can tell which model it holds; declare the model with [Model], or put a version into the name"],
        await Findings(body, Model));

    [Theory]
    [InlineData("ml.Model.Save(model, data.Schema, \"model.1.2.0.zip\");", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, given);", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, Folder + \"/model.zip\");", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, System.IO.Path.Combine(given, \"model.zip\"));", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, System.IO.Path.Combine(\"v2\", \"model.zip\"));", Model)]
    [InlineData("var path = \"model.zip\"; path = given; ml.Model.Save(model, data.Schema, path);", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, given ?? \"model.zip\");", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, System.IO.Stream.Null);", Model)]
    [InlineData("ml.Model.Save(model, data.Schema, \"model.zip\");", "")]
    public async Task Saving_elsewhere_is_left_alone(string body, string more) => Assert.Empty(await Findings(body, more));

    [Theory]
    [InlineData("ml.Model.Load(\"model.zip\", out _);", "")]
    [InlineData("System.Func<ITransformer> load = () => ml.Model.Load(\"model.zip\", out _);", Model)]
    public async Task Loading_what_lies_there_is_told(string body, string more) => Assert.Equal(
        ["KILN3008 at \"model.zip\": the model in 'model.zip' is whatever lies there: no lock names it and no hash is checked; compare the file's SHA-256 with the one that was released, or declare the model with [Model]"],
        await Findings(body, more));

    [Theory]
    [InlineData("ml.Model.Load(given, out _);")]
    [InlineData("if (CheckHash(\"model.zip\")) ml.Model.Load(\"model.zip\", out _);")]
    [InlineData("System.Security.Cryptography.SHA256.HashData(System.IO.File.ReadAllBytes(\"model.zip\")); ml.Model.Load(\"model.zip\", out _);")]
    [InlineData("ml.Model.Save(model, data.Schema, \"model.zip\"); ml.Model.Load(\"model.zip\", out _);")]
    [InlineData("System.Reflection.Assembly.Load(\"model.zip\");")]
    public async Task Loading_what_is_known_is_left_alone(string body) => Assert.Empty(await Findings(body));
}
