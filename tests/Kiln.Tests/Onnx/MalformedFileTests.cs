using Kiln.Onnx;
using Kiln.Onnx.Compilation;
using Kiln.Onnx.Evaluation;
using Kiln.Onnx.Explanations;

namespace Kiln.Tests.Onnx;

public class MalformedFileTests
{
    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        for (var length = 0; length < SmallModel.Bytes.Length; length++)
        {
            var error = Record.Exception(() => new CompiledGraph(OnnxModel.Read(SmallModel.Bytes.AsSpan(0, length))));
            Assert.True(error is InvalidDataException, $"cut off at {length}: {error?.GetType().Name ?? "accepted"}");
        }
    }

    [Fact]
    public void A_file_with_a_wrong_byte_is_refused_or_runs()
    {
        foreach (var wrong in new byte[] { 0x00, 0x01, 0x7F, 0x80, 0xFF })
        {
            for (var position = 0; position < SmallModel.Bytes.Length; position++)
            {
                var bytes = SmallModel.Bytes.ToArray();
                bytes[position] = wrong;
                var error = Record.Exception(() => Run(bytes));
                Assert.True(error is null or InvalidDataException, $"{wrong:X2} at {position}: {error}");
            }
        }
    }

    [Fact]
    public void Nothing_but_noise_is_refused()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Assert.Throws<InvalidDataException>(() => OnnxModel.Read(bytes));
        }
    }

    [Fact]
    public void The_error_says_what_and_where()
    {
        var error = Assert.Throws<InvalidDataException>(() => OnnxModel.Read(SmallModel.Bytes.AsSpan(0, 100)));

        Assert.Equal("Not a valid ONNX file: a field longer than the file at byte 11.", error.Message);
    }

    static void Run(byte[] bytes)
    {
        var model = OnnxModel.Read(bytes);
        var evaluator = new CompiledGraph(model).CreateEvaluator();
        using var scratch = evaluator.Rent();
        evaluator.Run(scratch.Row);
        Explain(model, evaluator);
    }

    static void Explain(OnnxModel model, Evaluator evaluator)
    {
        string[] numbers = [.. Names(SlotKind.Number)], texts = [.. Names(SlotKind.Text)];
        try
        {
            var attribution = new Attribution(model, numbers, texts, [.. numbers, .. texts]);
            for (var score = 0; score < attribution.Scores; score++)
                attribution.Divide(new float[numbers.Length], new string[texts.Length], score, new double[attribution.Players.Count]);
        }
        catch (NotExplainedException)
        {
            // Said, and not a file that cannot be read.
        }

        IEnumerable<string> Names(SlotKind kind) => evaluator.Inputs.Where(input => input.Slot.Kind == kind).Select(input => input.Name);
    }
}
