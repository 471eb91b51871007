// Knows the words of taking rows over from a table.
export const sheetWords = {
  paste: '从 Excel 或 WPS 复制后粘贴到这里',
  chooseFile: '选择 CSV 文件',
  encodings: 'UTF-8 或 GBK 编码的 CSV 都可以，自动识别。',
  notCsv: '请在 Excel 里另存为 CSV 后再选择，或直接复制单元格粘贴。',
  tooLarge: '文件太大，请只保留需要的几列。',
  line: '行',
  verdict: '核对结果',
};
