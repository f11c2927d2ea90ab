/** An e-mail address as text: what does not fit one line breaks before the @, not in the middle of "gmail". */
export function EmailText({ children: address }: { readonly children: string }) {
  const at = address.indexOf('@')
  if (at < 0) return address
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  )
}
