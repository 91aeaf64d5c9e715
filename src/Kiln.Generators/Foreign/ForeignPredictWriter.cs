using Kiln.Contracts.Signatures;
using Kiln.Generators.Text;

namespace Kiln.Generators.Foreign;

/// <summary>Writes prediction: a row's values are put into three buffers by kind, the graph runs, and the answer is taken out of three others.</summary>
static class ForeignPredictWriter
{
    /// <summary>Elements that go on the stack.</summary>
    const int MostOnStack = 256;

    public static void Write(SourceWriter writer, ForeignModelTypes types)
    {
        writer.Line().Summary("Predicts one row.");
        writer.Doc("param name=\"input\"", "The row.");
        Refuses(writer, types);
        writer.Open("public Prediction Predict(in Input input)");
        Inputs(writer, types.Signature.Inputs);
        Outputs(writer, types.Signature.Outputs);
        writer.Line("__predictor.Run(");
        writer.Line("    new global::Kiln.CompilerServices.GraphInputs { Numbers = numbers, Integers = integers, Texts = texts },");
        writer.Line("    new global::Kiln.CompilerServices.GraphOutputs { Numbers = numbersOut, Integers = integersOut, Texts = textsOut });");
        writer.Line($"return new Prediction({string.Join(", ", types.Signature.Outputs.Select(output => Take(output, types.Signature.Outputs)))});");
        writer.Close();

        writer.Line().Summary("Predicts many rows.");
        writer.Doc("param name=\"inputs\"", "The rows.");
        writer.Doc("param name=\"predictions\"", "Receives the prediction for each row, in order; may be longer than the inputs.");
        writer.Doc("exception cref=\"global::System.ArgumentException\"", "There are fewer predictions than rows.");
        writer.Open("public void Predict(global::System.ReadOnlySpan<Input> inputs, global::System.Span<Prediction> predictions)");
        writer.Line("if (predictions.Length < inputs.Length)");
        writer.Line("    throw new global::System.ArgumentException(");
        writer.Line("        $\"{predictions.Length} predictions have no room for {inputs.Length} inputs.\", nameof(predictions));");
        writer.Line("for (var i = 0; i < inputs.Length; i++)");
        writer.Line("    predictions[i] = Predict(in inputs[i]);");
        writer.Close();
        if (HasVectors(types))
            Copy(writer);
    }

    static bool HasVectors(ForeignModelTypes types) => types.Signature.Inputs.Any(input => input.Length is not null && input.Columns.Count == 0);

    static void Refuses(SourceWriter writer, ForeignModelTypes types)
    {
        if (HasVectors(types))
            writer.Doc("exception cref=\"global::System.ArgumentException\"", "A value has another number of elements than the model reads.");
    }

    static void Inputs(SourceWriter writer, IReadOnlyList<SignatureValue> inputs)
    {
        writer.Line($"global::System.Span<float> numbers = {New("float", ForeignModelTypes.Count(inputs, Buffer.Numbers))};");
        writer.Line($"global::System.Span<long> integers = {New("long", ForeignModelTypes.Count(inputs, Buffer.Integers))};");
        writer.Line($"global::System.Span<string?> texts = {New("string?", ForeignModelTypes.Count(inputs, Buffer.Texts))};");
        foreach (var buffer in new[] { Buffer.Numbers, Buffer.Integers, Buffer.Texts })
            foreach (var (input, start) in ForeignModelTypes.Places(inputs, buffer))
                if (input.Columns.Count > 0)
                    for (var i = 0; i < input.Columns.Count; i++)
                        writer.Line($"{Name(buffer)}[{start + i}] = {Put(input, $"input.{Literal.Name(input.Columns[i])}")};");
                else if (input.Length is null)
                    writer.Line($"{Name(buffer)}[{start}] = {Put(input, $"input.{Literal.Name(input.Property)}")};");
                else
                    Spread(writer, input, buffer, start);
    }

    static void Spread(SourceWriter writer, SignatureValue input, Buffer buffer, int start)
    {
        var name = Literal.Name(input.Property);
        writer.Line($"__Check(input.{name}.Length, {input.Count}, nameof(Input.{name}));");
        writer.Line($"for (var i = 0; i < {input.Count}; i++)");
        writer.Line($"    {Name(buffer)}[{start} + i] = {Put(input, $"input.{name}.Span[i]")};");
    }

    static void Outputs(SourceWriter writer, IReadOnlyList<SignatureValue> outputs)
    {
        writer.Line($"global::System.Span<float> numbersOut = {New("float", ForeignModelTypes.Count(outputs, Buffer.Numbers))};");
        writer.Line($"global::System.Span<long> integersOut = {New("long", ForeignModelTypes.Count(outputs, Buffer.Integers))};");
        writer.Line($"global::System.Span<string> textsOut = {New("string", ForeignModelTypes.Count(outputs, Buffer.Texts))};");
    }

    static string Take(SignatureValue output, IReadOnlyList<SignatureValue> outputs)
    {
        var buffer = new[] { Buffer.Numbers, Buffer.Integers, Buffer.Texts }
            .First(buffer => ForeignModelTypes.Places(outputs, buffer).Any(place => place.Value == output));
        var start = ForeignModelTypes.Places(outputs, buffer).First(place => place.Value == output).Start;
        var from = Name(buffer) + "Out";
        if (output.Length is null)
            return Get(output, $"{from}[{start}]");
        var all = $"{from}.Slice({start}, {output.Count}).ToArray()";
        return output.Type is SignatureType.Int32 or SignatureType.Bool
            ? $"global::System.Array.ConvertAll({all}, static value => {Get(output, "value")})"
            : all;
    }

    static string Put(SignatureValue value, string element) => value.Type == SignatureType.Bool ? $"{element} ? 1L : 0L" : element;

    static string Get(SignatureValue value, string element) => value.Type switch
    {
        SignatureType.Bool => $"{element} != 0L",
        SignatureType.Int32 => $"(int){element}",
        _ => element,
    };

    static string Name(Buffer buffer) => buffer.ToString().ToLowerInvariant();

    static string New(string type, int length) => length switch
    {
        0 => "default",
        <= MostOnStack when type is "float" or "long" => $"stackalloc {type}[{length}]",
        _ => $"new {type}[{length}]",
    };

    static void Copy(SourceWriter writer)
    {
        writer.Line().Open("static void __Check(int actual, int expected, string property)");
        writer.Line("if (actual != expected)");
        writer.Line("    throw new global::System.ArgumentException($\"{property} has {actual} elements instead of {expected}.\", \"input\");");
        writer.Close();
    }
}
