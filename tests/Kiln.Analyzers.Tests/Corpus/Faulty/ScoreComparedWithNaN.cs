// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace NotANumber.Scores;

public class Input
{
    public float Depth { get; set; }
}

public class Output
{
    public float Score { get; set; }
}

public sealed class Checked(PredictionEngine<Input, Output> engine)
{
    public float? Predict(float depth)
    {
        var output = engine.Predict(new Input { Depth = depth });
        if (output.Score != float.NaN) // KILN7003
            return output.Score;
        return null;
    }

    public bool AnyUnknown(IEnumerable<Input> inputs) => inputs.Any(input => float.NaN == input.Depth); // KILN7003
}
