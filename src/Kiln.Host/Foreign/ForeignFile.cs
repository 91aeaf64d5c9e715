using Kiln.Contracts;
using Kiln.Contracts.Signatures;
using Kiln.Host.Data.Formats;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;
using Kiln.Onnx;
using Kiln.Onnx.Evaluation;

namespace Kiln.Host.Foreign;

/// <summary>A foreign model's file, read as the predictor reads it.</summary>
/// <param name="Onnx">Its bytes.</param>
/// <param name="Graph">What is in it.</param>
/// <param name="Runner">The predictor.</param>
/// <param name="Signature">What it reads and gives.</param>
sealed record ForeignFile(byte[] Onnx, OnnxModel Graph, GraphRunner Runner, ModelSignature Signature)
{
    const string WaysOut = "Convert the model with other options or another version of its converter, or run it with ONNX Runtime and leave the Model item out";

    /// <exception cref="BuildException">The file cannot be read, or the predictor cannot run what is in it.</exception>
    public static ForeignFile Read(ForeignModel model)
    {
        var bytes = ReadBytes(model);
        OnnxModel graph;
        try
        {
            graph = OnnxModel.Read(bytes);
        }
        catch (InvalidDataException e)
        {
            throw Unreadable(model, Reason(e));
        }
        if (Uncovered.Say(graph) is { } uncovered)
            throw NotCovered(model, uncovered);
        try
        {
            var runner = new GraphRunner(graph);
            return new(bytes, graph, runner, SignatureReading.Read(graph, runner));
        }
        catch (InvalidDataException e)
        {
            throw NotCovered(model, Reason(e));
        }
    }

    static byte[] ReadBytes(ForeignModel model)
    {
        if (!File.Exists(model.File))
            throw new BuildException(ItemLocation.Say(model, Ids.ModelFileUnreadable,
                $"there is no file '{model.Include}'; correct the path of the Model item, or put the file there"));
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(model.File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(model, e.Message.TrimEnd('.'));
        }
        return bytes.Length == 0 ? throw Unreadable(model, "it is empty")
            : LfsPointer.Begins(bytes) ? throw new BuildException(model.File, 1, 1, Ids.ModelFileUnreadable, "this is a Git LFS pointer and not the model; run git lfs pull")
            : bytes;
    }

    /// <summary>Without what the reader says of every file.</summary>
    static string Reason(InvalidDataException error) => error.Message.Replace("Not a valid ONNX file: ", "").TrimEnd('.');

    static BuildException Unreadable(ForeignModel model, string why) =>
        new(model.File, 0, 0, Ids.ModelFileUnreadable, $"this is no ONNX model that can be read: {why}; export the model again");

    static BuildException NotCovered(ForeignModel model, string what) =>
        new(model.File, 0, 0, Ids.OperatorNotCovered, $"the predictor cannot run this model: {what}. {WaysOut}");
}
