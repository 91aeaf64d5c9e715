using System.Runtime.InteropServices;

namespace Kiln.Host.Boosters;

/// <summary>The part of LightGBM's C interface that reads a model and asks it, finished or not.</summary>
static partial class LightGbmLibrary
{
    const string Name = "lib_lightgbm";

    public const int Float32 = 0;

    public const int Probabilities = 0;

    public const int RawScores = 1;

    [LibraryImport(Name, EntryPoint = "LGBM_BoosterLoadModelFromString", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Load(string text, out int iterations, out nint booster);

    [LibraryImport(Name, EntryPoint = "LGBM_BoosterFree")]
    public static partial int Free(nint booster);

    [LibraryImport(Name, EntryPoint = "LGBM_BoosterPredictForMat", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Predict(
        nint booster, ReadOnlySpan<float> rows, int type, int rowCount, int columns, int isRowMajor, int what, int firstIteration, int iterations,
        string parameters, out long length, Span<double> results);

    [LibraryImport(Name, EntryPoint = "LGBM_BoosterGetNumPredict")]
    public static partial int CountPredictions(nint booster, int data, out long length);

    [LibraryImport(Name, EntryPoint = "LGBM_BoosterGetPredict")]
    public static partial int GetPredictions(nint booster, int data, out long length, Span<double> results);

    [LibraryImport(Name, EntryPoint = "LGBM_GetLastError")]
    public static partial nint LastError();

    /// <exception cref="InvalidOperationException">LightGBM refused the call.</exception>
    public static void Check(int result)
    {
        if (result != 0)
            throw new InvalidOperationException("LightGBM: " + Marshal.PtrToStringUTF8(LastError()));
    }
}
