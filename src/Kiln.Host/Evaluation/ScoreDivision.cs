using Kiln.Contracts.Models;
using Kiln.Onnx;
using Kiln.Onnx.Explanations;

namespace Kiln.Host.Evaluation;

/// <summary>Divides scores among columns as the application's code does.</summary>
static class ScoreDivision
{
    /// <summary>Null where the model cannot say why.</summary>
    /// <param name="shape">Which columns it reads.</param>
    /// <param name="model">What ships.</param>
    /// <param name="why">What stands in the way.</param>
    public static Attribution? Create(ModelShape shape, OnnxModel model, out string? why)
    {
        var inputs = shape.Inputs.ToLookup(input => input.IsText);
        why = null;
        try
        {
            return new(model, [.. inputs[false].Select(input => input.Name)], [.. inputs[true].Select(input => input.Name)],
                [.. inputs[false].Concat(inputs[true]).Select(input => input.Column.Name)]);
        }
        catch (NotExplainedException e)
        {
            why = e.Message;
            return null;
        }
    }
}
