using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes prediction: an input is spread over buffers on the stack, scored, and answered.</summary>
static class PredictMethodWriter
{
    /// <summary>Numbers that go on the stack: a kilobyte, whatever the thread's stack is.</summary>
    const int MostOnStack = 256;

    public static void Write(SourceWriter writer, ModelTypes types)
    {
        writer.Line().Summary("Predicts one row.");
        writer.Doc("param name=\"input\"", "The row.");
        Refuses(writer);
        writer.Generated().Open("public Prediction Predict(in Input input)");
        writer.Line("if (__onViolation != global::Kiln.Validation.OnViolation.Ignore)");
        writer.Line("    __Guard(in input);");
        Buffers(writer, types);
        Score(writer, types, "in input", "return {0};");
        writer.Close();

        writer.Line().Summary("Predicts many rows; nothing is allocated per row.");
        writer.Doc("param name=\"inputs\"", "The rows.");
        writer.Doc("param name=\"predictions\"", "Receives the prediction for each row, in order; may be longer than the inputs.");
        writer.Doc("exception cref=\"global::System.ArgumentException\"", "There are fewer predictions than rows.");
        Refuses(writer);
        writer.Generated();
        writer.Open("public void Predict(global::System.ReadOnlySpan<Input> inputs, global::System.Span<Prediction> predictions)");
        writer.Line("if (predictions.Length < inputs.Length)");
        writer.Line("    throw new global::System.ArgumentException(");
        writer.Line("        $\"{predictions.Length} predictions have no room for {inputs.Length} inputs.\", nameof(predictions));");
        writer.Line("for (var i = 0; __onViolation != global::Kiln.Validation.OnViolation.Ignore && i < inputs.Length; i++)");
        writer.Line("    __Guard(in inputs[i], i);");
        Buffers(writer, types);
        writer.Open("for (var i = 0; i < inputs.Length; i++)");
        Score(writer, types, "in inputs[i]", "predictions[i] = {0};");
        writer.Close().Close();
    }

    static void Refuses(SourceWriter writer) => writer.Doc("exception cref=\"global::Kiln.Validation.InvalidInputException\"",
        "The contract does not allow a value, and the model was loaded with <see cref=\"global::Kiln.Validation.OnViolation.Throw\"/>; nothing is predicted then.");

    /// <summary>Spreads an input over buffers for numbers and texts.</summary>
    public static void Spread(SourceWriter writer, ModelTypes types)
    {
        Spreading(writer, types);
        Read(writer, types, "in input");
    }

    /// <summary>How an input is spread over the buffers.</summary>
    public static void Buffering(SourceWriter writer, ModelTypes types)
    {
        Read(writer, types);
        if (types.Texts.Count > 0)
        {
            writer.Line().Generated().Line($"[global::System.Runtime.CompilerServices.InlineArray({types.Texts.Count})]");
            writer.Open("struct __TextBuffer").Line("string? _first;").Close();
        }
    }

    static void Buffers(SourceWriter writer, ModelTypes types)
    {
        Spreading(writer, types);
        writer.Line($"global::System.Span<float> scores = {Buffer(types.Shape.ScoreCount)};");
    }

    static void Spreading(SourceWriter writer, ModelTypes types)
    {
        writer.Line($"global::System.Span<float> numbers = {Buffer(types.Numbers.Count)};");
        if (types.Texts.Count > 0)
            writer.Line("var texts = default(__TextBuffer);");
    }

    static string Buffer(int length) => length switch
    {
        0 => "default",
        <= MostOnStack => $"stackalloc float[{length}]",
        _ => $"new float[{length}]",
    };

    static void Score(SourceWriter writer, ModelTypes types, string input, string use)
    {
        Read(writer, types, input);
        writer.Line($"__predictor.Score(numbers, {(types.Texts.Count > 0 ? "texts" : "default")}, scores);");
        writer.Line(string.Format(use, types.Shape.Task switch
        {
            // The loaded model knows its threshold, and no constant here does: training may choose it, and the compiler runs before training.
            TaskKind.BinaryClassification => $"new Prediction({Decision(types)}, scores[1], scores[0])",
            TaskKind.MulticlassClassification or TaskKind.Clustering => "new Prediction(scores)",
            TaskKind.AnomalyDetection => "new Prediction(__predictor.IsPositive(scores), scores[0])",
            _ => types.Shape.Interval is null ? "new Prediction(scores[0])" : "new Prediction(scores[0], scores[1], scores[2])",
        }));
    }

    static void Read(SourceWriter writer, ModelTypes types, string input) =>
        writer.Line($"__Read({input}, numbers{(types.Texts.Count > 0 ? ", texts" : "")});");

    static string Decision(ModelTypes types) =>
        !types.Shape.IsTrueOrFalse ? $"__predictor.IsPositive(scores) ? {types.Enum}.{types.EnumMembers[1]} : {types.Enum}.{types.EnumMembers[0]}"
        : types.Shape.Positive == types.Shape.Label.TrueText ? "__predictor.IsPositive(scores)"
        : "!__predictor.IsPositive(scores)";

    static void Read(SourceWriter writer, ModelTypes types)
    {
        var texts = types.Texts.Count > 0 ? ", global::System.Span<string?> texts" : "";
        writer.Line().Generated().Open($"static void __Read(in Input input, global::System.Span<float> numbers{texts})");
        for (var i = 0; i < types.Numbers.Count; i++)
            writer.Line($"numbers[{i}] = {Number(types.Numbers[i], $"input.{types.InputNames[types.Numbers[i].Column]}")};");
        for (var i = 0; i < types.Texts.Count; i++)
            writer.Line($"texts[{i}] = input.{types.InputNames[types.Texts[i].Column]};");
        writer.Close();
    }

    static string Number(ModelInput input, string value) => (input.Column.Type, input.Column.Nullable) switch
    {
        (ColumnType.DateTime, _) => $"global::Kiln.CompilerServices.DateParts.{input.Part}({value})",
        (ColumnType.Boolean, false) => $"{value} ? 1f : 0f",
        (ColumnType.Boolean, true) => $"{value} switch {{ true => 1f, false => 0f, null => float.NaN }}",
        (_, true) => $"{value} ?? float.NaN",
        _ => value,
    };
}
