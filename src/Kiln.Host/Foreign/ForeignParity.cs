using Kiln.Contracts;
using Kiln.Contracts.Signatures;
using Kiln.Host.Diagnostics;
using Kiln.Host.Natives;
using Kiln.Host.Requests;
using Microsoft.ML.OnnxRuntime;

namespace Kiln.Host.Foreign;

/// <summary>Runs a foreign model in the predictor and in ONNX Runtime, and refuses it at the first difference that rounding does not explain.</summary>
static class ForeignParity
{
    /// <returns>How many rows were compared, without those of which rounding decides the answer; none where ONNX Runtime cannot be loaded.</returns>
    /// <exception cref="BuildException">They differ, or ONNX Runtime cannot run the file.</exception>
    public static int Check(ForeignModel model, ForeignFile file, Request request, Output output)
    {
        if (NativeLibraries.OnnxRuntimeProblem(request.Project, request.Locked) is { } problem)
        {
            output.Report(problem);
            return 0;
        }
        try
        {
            using var runtime = new RuntimeAnswers(file.Onnx, file.Graph, file.Signature);
            var rows = new RowGeneration(file.Graph, file.Signature);
            return Compare(rows.Generate(missing: false)) + (HasNumbers(file.Signature) ? CompareMissing() : 0);

            int CompareMissing()
            {
                try
                {
                    return Compare(rows.Generate(missing: true));
                }
                catch (OnnxRuntimeException)
                {
                    // Some operators refuse what is not a number: there is no answer to compare with.
                    return 0;
                }
            }

            int Compare(IEnumerable<ForeignRow> rows)
            {
                var count = 0;
                foreach (var row in rows)
                {
                    var (isDecided, difference) = ForeignComparison.Compare(file, runtime.Run(row), row);
                    if (difference is not null)
                        throw new BuildException(model.File, 0, 0, Ids.ModelPredictsOtherwise,
                            $"the predictor and ONNX Runtime differ: {difference} for the row {row}; please report it with the file, and run the model with ONNX Runtime meanwhile");
                    count += isDecided ? 1 : 0;
                }
                return count;
            }
        }
        catch (OnnxRuntimeException e)
        {
            throw new BuildException(model.File, 0, 0, Ids.ModelFileUnreadable, $"ONNX Runtime cannot run this model: {e.Message.TrimEnd('.')}; export the model again");
        }
    }

    static bool HasNumbers(ModelSignature signature) => signature.Inputs.Any(input => input.Type == SignatureType.Float);
}
