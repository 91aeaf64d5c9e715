using System.ComponentModel;
using System.Security.Cryptography;
using Kiln.CompilerServices;
using Kiln.Onnx;
using Kiln.Onnx.Evaluation;

namespace Kiln;

/// <summary>
/// A foreign model: an ONNX file that was made elsewhere, run without ONNX Runtime or any other dependency. Immutable: one instance serves any
/// number of threads. The generated class wraps it with typed inputs and predictions.
/// </summary>
public sealed class OnnxPredictor
{
    readonly GraphRunner _graph;

    internal OnnxPredictor(OnnxModel model, OnnxModelInfo info) => (_graph, Info) = (new(model), info);

    /// <summary>What the model knows about itself.</summary>
    public OnnxModelInfo Info { get; }

    /// <summary>
    /// Loads a model's ONNX file and its manifest from a directory, and checks that the files are whole, that they are this model's and that
    /// they fit the code.
    /// </summary>
    /// <param name="model">The model the code was compiled for; its definition is the fingerprint of its signature.</param>
    /// <param name="directory">The directory that holds both files; null for <c>models/</c> under the application's own.</param>
    /// <exception cref="FileNotFoundException">A file is not there: the project was not built, or was deployed without it.</exception>
    /// <exception cref="IOException">A file is there and cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is corrupt, or the model is another than the code was compiled for.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static OnnxPredictor Load(CompiledModel model, string? directory = null)
    {
        directory ??= Path.Combine(AppContext.BaseDirectory, "models");
        var manifestPath = Path.Combine(directory, model.FileName + ".model.json");
        var manifest = OnnxManifest.Read(ModelFiles.ReadFile(model, manifestPath), manifestPath);
        var onnxPath = Path.Combine(directory, model.FileName + ".onnx");
        var onnx = ModelFiles.ReadFile(model, onnxPath);
        if (manifest.Info.Type != model.Type)
            throw Invalid($"its manifest is of the model '{manifest.Info.Type}', but the code was compiled for '{model.Type}'");
        if (manifest.Signature != model.Definition)
            throw Invalid("it reads or gives something else than the code was compiled for");
        if (Convert.ToHexString(SHA256.HashData(onnx)).ToLowerInvariant() != manifest.Info.ArtifactHash)
            throw Invalid("its SHA-256 is not the one in its manifest, so it is damaged or belongs to another build");
        try
        {
            return new(OnnxModel.Read(onnx), manifest.Info);
        }
        catch (InvalidDataException e)
        {
            throw Invalid(e.Message, e);
        }

        InvalidDataException Invalid(string why, Exception? inner = null) => new(
            $"'{onnxPath}' cannot be used: {why.TrimEnd('.')}. "
            + $"Build the project that declares the model '{model.Type}' again and deploy its models folder with it.",
            inner);
    }

    /// <summary>Runs the model for one row. Allocates nothing once its scratch memory is warm; any number of threads may call it at once.</summary>
    /// <param name="inputs">What it reads.</param>
    /// <param name="outputs">Where it writes what it gives.</param>
    /// <exception cref="ArgumentException">A span has another length than the model's.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Run(GraphInputs inputs, GraphOutputs outputs)
    {
        Check(inputs.Numbers.Length, _graph.Inputs(SlotKind.Number), nameof(inputs));
        Check(inputs.Integers.Length, _graph.Inputs(SlotKind.Integer), nameof(inputs));
        Check(inputs.Texts.Length, _graph.Inputs(SlotKind.Text), nameof(inputs));
        Check(outputs.Numbers.Length, _graph.Outputs(SlotKind.Number), nameof(outputs));
        Check(outputs.Integers.Length, _graph.Outputs(SlotKind.Integer), nameof(outputs));
        Check(outputs.Texts.Length, _graph.Outputs(SlotKind.Text), nameof(outputs));
        _graph.Run(inputs, outputs);
    }

    static void Check(int actual, int expected, string parameter)
    {
        if (actual != expected)
            throw new ArgumentException($"The model has {expected} elements of that kind, not {actual}.", parameter);
    }
}
