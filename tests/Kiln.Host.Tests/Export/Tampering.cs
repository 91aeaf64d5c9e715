using System.Runtime.InteropServices;
using System.Text;
using Kiln.Onnx;

namespace Kiln.Host.Tests.Export;

/// <summary>Damages a file's trees as a wrong exporter would.</summary>
static class Tampering
{
    public static OnnxNode Trees(byte[] onnx) => OnnxModel.Read(onnx).Nodes.First(node => node.Operator == "TreeEnsembleRegressor");

    /// <param name="onnx">The file.</param>
    /// <param name="attribute">A list of whole numbers below 128, of which a byte each is written.</param>
    /// <param name="place">Which of them to change.</param>
    /// <param name="value">What it becomes.</param>
    public static byte[] Integer(byte[] onnx, string attribute, int place, byte value) =>
        Change(onnx, attribute, [.. Trees(onnx).Ints(attribute).Select(number => (byte)number)], place, [value]);

    /// <param name="onnx">The file.</param>
    /// <param name="attribute">A list of numbers.</param>
    /// <param name="place">Which of them to change.</param>
    /// <param name="change">What it becomes.</param>
    public static byte[] Number(byte[] onnx, string attribute, int place, Func<float, float> change)
    {
        var numbers = Trees(onnx).Floats(attribute);
        return Change(onnx, attribute, MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray(), place * 4, BitConverter.GetBytes(change(numbers[place])));
    }

    static byte[] Change(byte[] onnx, string attribute, byte[] list, int place, byte[] bytes)
    {
        var name = onnx.AsSpan().IndexOf(Encoding.UTF8.GetBytes(attribute));
        var start = onnx.AsSpan(name).IndexOf(list);
        Assert.True(name >= 0 && start >= 0);
        var changed = onnx.ToArray();
        bytes.CopyTo(changed, name + start + place);
        return changed;
    }
}
