using Kiln.Contracts.Models;
using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes how a model is loaded and what it knows about itself.</summary>
static class LoadWriter
{
    public static void Write(SourceWriter writer, ModelTypes types)
    {
        writer.Line().Summary("What the loaded model knows about itself: version, data, metrics.");
        writer.Generated().Line("public global::Kiln.ModelInfo Info => __predictor.Info;");

        writer.Line().Summary("What counts the rows it predicts; null where <see cref=\"global::Kiln.ModelOptions.Monitor\"/> is.");
        writer.Generated().Line("public global::Kiln.ModelMonitor? Monitor => __predictor.Monitor;");

        writer.Line().Summary(
            "Loads the model from <c>models/</c> beside the application.",
            "Load once: a loaded model is immutable and can be used by many threads.");
        writer.Generated().Line($"public static {types.Class} Load() =>");
        writer.Line($"    new {types.Class}(global::Kiln.Predictor.Load(__Model, __Numbers, __Texts, __Classes));");

        writer.Line().Summary("Loads the model from a directory.");
        writer.Doc("param name=\"directory\"", "The directory that holds the model's files.");
        writer.Generated().Line($"public static {types.Class} Load(string directory) =>");
        writer.Line($"    new {types.Class}(global::Kiln.Predictor.Load(__Model, directory, __Numbers, __Texts, __Classes));");

        writer.Line().Summary("Loads the model.");
        writer.Doc("param name=\"options\"", "Where from, what it does with inputs that the contract does not allow, and whether it counts what it predicts.");
        writer.Generated().Line($"public static {types.Class} Load(global::Kiln.ModelOptions options) =>");
        writer.Line($"    new {types.Class}(global::Kiln.Predictor.Load(__Model, options, __Numbers, __Texts, __Classes), options.OnViolation);");
    }

    /// <summary>What the class expects of the model's files; checked when it is loaded.</summary>
    public static void Expectations(SourceWriter writer, ModelTypes types)
    {
        var (type, file) = (Literal.Format(types.Model.Type), Literal.Format(ModelFileName.Format(types.Model.Type)));
        writer.Line().Generated().Line("static global::Kiln.CompilerServices.CompiledModel __Model =>");
        writer.Line($"    new global::Kiln.CompilerServices.CompiledModel({type}, {file}, {DefinitionWriter.Constant});");
        Names(writer, "__Numbers", types.Numbers.Select(Name));
        Names(writer, "__Texts", types.Texts.Select(Name));
        Names(writer, "__Classes", types.Shape.Classes);
    }

    static string Name(ModelInput input) => input.Name;

    public static void Names(SourceWriter writer, string property, IEnumerable<string> names)
    {
        var values = string.Join(", ", names.Select(Literal.Format));
        var array = values.Length > 0 ? $"new string[] {{ {values} }}" : "default";
        writer.Line().Generated().Line($"static global::System.ReadOnlySpan<string> {property} => {array};");
    }
}
