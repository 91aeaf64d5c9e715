using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Generators.Text;

namespace Kiln.Generators.Foreign;

/// <summary>Writes a foreign model's class.</summary>
static class ForeignModelWriter
{
    public static string Write(ForeignModelTypes types)
    {
        var writer = new SourceWriter().Line().Line($"namespace {types.Namespace};").Line();
        var (inputs, outputs) = (types.Signature.Inputs, types.Signature.Outputs);
        writer.Summary($"The model <c>{Xml.Escape(types.Model)}.onnx</c>: {Counted.Format(inputs.Count, "input")}, {Counted.Format(outputs.Count, "output")}.");
        writer.Generated().Open($"public sealed partial class {types.Class} : global::Kiln.Serving.ILoadable<{types.Class}>");
        writer.Line("readonly global::Kiln.OnnxPredictor __predictor;");
        writer.Line().Line($"{types.Class}(global::Kiln.OnnxPredictor predictor) => __predictor = predictor;");
        Load(writer, types);
        ForeignPredictWriter.Write(writer, types);
        ForeignInputWriter.Write(writer, types);
        ForeignPredictionWriter.Write(writer, types);
        Expectations(writer, types);
        return writer.Close().ToString();
    }

    static void Load(SourceWriter writer, ForeignModelTypes types)
    {
        writer.Line().Summary("What the loaded model knows about itself: what wrote it, and its hash.");
        writer.Line("public global::Kiln.OnnxModelInfo Info => __predictor.Info;");
        writer.Line().Summary(
            "Loads the model from <c>models/</c> beside the application.",
            "Load once: a loaded model is immutable and can be used by many threads.");
        writer.Line($"public static {types.Class} Load() => new {types.Class}(global::Kiln.OnnxPredictor.Load(__Model));");
        writer.Line().Summary("Loads the model from a directory.");
        writer.Doc("param name=\"directory\"", "The directory that holds the model's files.");
        writer.Line($"public static {types.Class} Load(string directory) => new {types.Class}(global::Kiln.OnnxPredictor.Load(__Model, directory));");
        writer.Line().Summary("Loads the model.");
        writer.Doc("param name=\"options\"", "Where from: no contract says anything of its inputs.");
        writer.Line($"public static {types.Class} Load(global::Kiln.ModelOptions options) => Load(options.Directory);");
        writer.Line().Line($"static string global::Kiln.Serving.ILoadable<{types.Class}>.FileName => {Literal.Format(ModelFileName.Format(types.Type))};");
    }

    static void Expectations(SourceWriter writer, ForeignModelTypes types)
    {
        var (type, file) = (Literal.Format(types.Type), Literal.Format(ModelFileName.Format(types.Type)));
        writer.Line().Line("static global::Kiln.CompilerServices.CompiledModel __Model =>");
        writer.Line($"    new global::Kiln.CompilerServices.CompiledModel({type}, {file}, {Literal.Format(types.Signature.Fingerprint)});");
    }
}
